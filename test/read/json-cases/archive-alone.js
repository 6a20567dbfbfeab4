window.YTD.tweets.part0 = [
 {
  "tweet": {
   "id": "1582825767519809536",
   "id_str": "1582825767519809536",
   "created_at": "Wed Oct 19 20:07:25 +0000 2022",
   "full_text": "@sharon hm",
   "entities": {
    "hashtags": [],
    "urls": []
   },
   "source": "<a href=\"x\">Phone</a>",
   "in_reply_to_screen_name": "sharon",
   "in_reply_to_status_id_str": "1582702502297755653"
  }
 },
 {
  "tweet": {
   "id": "1582825767519809540",
   "id_str": "1582825767519809540",
   "created_at": "Wed Oct 19 20:07:25 +0000 2022",
   "full_text": "RT @bob: news",
   "entities": {
    "hashtags": [],
    "urls": []
   },
   "source": "<a href=\"x\">Phone</a>"
  }
 }
]